import { type Connection, type InferSchemaType, type Model, Schema } from 'mongoose';

const personSchema = new Schema(
  {
    team: String,
    email: String,
    name: String,
    age: Number,
    state: String,
    visits: { type: Number, default: 0 },
    tags: [String],
    scores: [{ _id: false, game: String, points: Number }],
    badge: String,
  },
  { timestamps: true },
);
personSchema.index({ team: 1, email: 1 }, { unique: true });
personSchema.index({ badge: 1 }, { unique: true, partialFilterExpression: { badge: { $type: 'string' } } });
personSchema.index({ team: 1, state: 1, age: -1 });

export type Person = InferSchemaType<typeof personSchema>;

/** A collection with the kinds of index a product has. */
export function definePersonModel(connection: Connection): Model<Person> {
  return connection.model<Person>('Person', personSchema);
}

/** The person of this number: ten teams, ages 0 to 79, three states. */
export function person(number: number) {
  return {
    team: `team-${number % 10}`,
    email: `${number}@example.test`,
    name: `Person ${number}`,
    age: number % 80,
    state: ['active', 'away', 'new'][number % 3],
    tags: [`a${number % 5}`, `b${number % 7}`],
    scores: [
      { game: 'chess', points: number },
      { game: 'go', points: number * 2 },
    ],
  };
}
