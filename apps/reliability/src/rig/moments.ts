/** Moments at which a server can be killed, seen from outside: on its way to the company's data and to its database. */
export type Moment =
  | 'page asked'
  | 'page answered'
  | 'changes asked'
  | 'changes answered'
  | 'token asked'
  | 'token answered'
  | 'token about to be stored'
  | 'token stored'
  | 'sales about to be written'
  | 'sales written'
  | 'commit asked'
  | 'commit done';

/** Told of each moment before anything goes on. True when the server is dead: nothing may be passed on any more. */
export type Reached = (moment: Moment) => boolean;
