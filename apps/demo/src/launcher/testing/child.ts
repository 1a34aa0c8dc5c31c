import { createServer } from 'node:http';

// A child that answers, and would never end by itself.
const server = createServer((_request, response) => response.end('here'));
server.listen(Number(process.env['CHILD_PORT']), '127.0.0.1');
