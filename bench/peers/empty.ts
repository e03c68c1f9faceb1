// What a start costs at least: Fastify without a route of its own, and a PostgreSQL that runs already. Arguments: port, address of the database.
import fastify from 'fastify';
import pg from 'pg';

const [, , port = '0', url = ''] = process.argv;
const client = new pg.Client(url);
await client.connect();
const app = fastify();
app.get('/', async () => (await client.query('select 1 as one')).rows[0]);
await app.listen({ port: Number(port), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit());
