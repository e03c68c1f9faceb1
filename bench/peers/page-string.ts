// A page without a framework and without a database: strings put together for each request. Arguments: port, file with the page.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [, , port = '0', file = ''] = process.argv;
const [head = '', ...cards] = readFileSync(file, 'utf8').split('<article');
const people = cards.map((card) => card.split('data-name="'));
createServer((_request, response) => {
  const list = people
    .map(([before, after]) => (after === undefined ? `<article${before}` : `<article${before}data-name="${after}`))
    .join('');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`${head}${list}`);
}).listen(Number(port), '127.0.0.1');
