// The peer of users-list: node:http that answers the same bytes from memory. Arguments: port, file with the body.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [, , port = '0', file = ''] = process.argv;
const body = readFileSync(file);
createServer((_request, response) => {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('content-length', body.length);
  response.end(body);
}).listen(Number(port), '127.0.0.1');
