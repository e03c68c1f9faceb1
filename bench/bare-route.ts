// The peer of users-list: a bare Fastify route that answers the same bytes from memory. Arguments: port, file with the body.
import { readFileSync } from 'node:fs';
import fastify from 'fastify';

const [port = '0', file = ''] = process.argv.slice(2);
const body = readFileSync(file, 'utf8');
const app = fastify();
app.get('/', (_request, reply) => reply.type('application/json; charset=utf-8').send(body));
await app.listen({ port: Number(port), host: '127.0.0.1' });
process.on('SIGTERM', () => void app.close());
