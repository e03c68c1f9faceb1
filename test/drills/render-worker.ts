/** A process that renders and nothing else, to be killed: `node test/drills/render-worker.ts <database url> <data folder>`. */
import { pino } from 'pino';
import { loadConfig } from '#config';
import { openDatabase } from '#kernel/db/connect.ts';
import { openWorker } from '../render-house.ts';

const [, , url = '', dataFolder = ''] = process.argv;
const config = loadConfig({ ATELIER_DATA: dataFolder, DATABASE_URL: url, ATELIER_DEMO: '0' });
const database = await openDatabase(config, pino({ level: 'silent' }));
await openWorker(database, config);
process.send?.('ready');
