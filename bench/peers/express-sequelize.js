// A peer of users-list: the same route as it is commonly written, Express with Sequelize. It finds the session and its account, filters,
// counts, and reads a page with country, city and talents. Runs in a folder where both are installed.
// Arguments: port, folder of the database's socket.
import { createHash } from 'node:crypto';
import express from 'express';
import { DataTypes, Sequelize } from 'sequelize';

const [, , port = '0', socket = ''] = process.argv;
const db = new Sequelize('atelier', 'atelier', '', { dialect: 'postgres', host: socket, logging: false, pool: { max: 10 } });
const table = (schema, tableName, columns) =>
  db.define(tableName, columns, { schema, tableName, timestamps: false, underscored: true, freezeTableName: true });
const id = { type: DataTypes.BIGINT, primaryKey: true };
const { STRING, INTEGER, BOOLEAN, DATE, DATEONLY } = DataTypes;

const Session = table('identity', 'sessions', { id: { type: STRING, primaryKey: true }, accountId: DataTypes.BIGINT, expiresAt: DATE });
const Account = table('identity', 'accounts', { id, role: STRING, isActive: BOOLEAN });
const Country = table('talent', 'countries', { id, name: STRING });
const City = table('talent', 'cities', { id, name: STRING });
const Talent = table('talent', 'talents', { id, name: STRING, emoji: STRING });
const MemberTalent = table('talent', 'member_talents', { accountId: id, talentId: { type: INTEGER, primaryKey: true } });
const Member = table('talent', 'members', {
  accountId: id,
  ...{ uniqueCode: STRING, firstName: STRING, lastName: STRING, email: STRING, gender: STRING, dateOfBirth: DATEONLY },
  ...{ availability: STRING, workMode: STRING, countryId: INTEGER, cityId: INTEGER, accountActive: BOOLEAN, profileScore: INTEGER },
  ...{ hasCv: BOOLEAN, hasPortfolio: BOOLEAN, createdAt: DATE },
});
Session.belongsTo(Account, { foreignKey: 'accountId' });
Member.belongsTo(Country, { foreignKey: 'countryId' });
Member.belongsTo(City, { foreignKey: 'cityId' });
Member.belongsToMany(Talent, { through: MemberTalent, foreignKey: 'accountId', otherKey: 'talentId' });

const signedIn = async (request, response, next) => {
  const value = /(?:^|; )atelier_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const key = value ? createHash('sha256').update(value).digest('hex') : '';
  const session = await Session.findByPk(key, { include: Account });
  if (!session || session.expiresAt < new Date() || !session.account.isActive) return response.status(401).json({ success: false });
  next();
};

const FILTERS = { country_id: 'countryId', city_id: 'cityId', gender: 'gender', availability: 'availability', work_mode: 'workMode' };
const YEAR_MS = 365.2425 * 86_400_000;

const app = express();
app.get('/', (_request, response) => response.json({ ok: true }));
app.get('/api/v1/users', signedIn, async (request, response) => {
  const limit = Math.min(Number(request.query.limit ?? 20), 100);
  const page = Number(request.query.page ?? 1);
  const where = Object.fromEntries(
    Object.entries(FILTERS).flatMap(([name, column]) => (request.query[name] ? [[column, request.query[name]]] : [])),
  );
  const { count: total, rows } = await Member.findAndCountAll({
    ...{ where, limit, offset: (page - 1) * limit, order: [['accountId', 'DESC']], distinct: true },
    include: [Country, City, { model: Talent, through: { attributes: [] } }],
  });
  const pages = Math.ceil(total / limit);
  const users = rows.map((member) => ({
    ...{ id: Number(member.accountId), unique_code: member.uniqueCode, first_name: member.firstName, last_name: member.lastName },
    ...{ email: member.email, gender: member.gender, availability: member.availability, work_mode: member.workMode },
    age: member.dateOfBirth && Math.floor((Date.now() - Date.parse(member.dateOfBirth)) / YEAR_MS),
    ...{ country: member.country?.name ?? null, city: member.city?.name ?? null, account_active: member.accountActive },
    ...{ profile_score: member.profileScore, has_cv: member.hasCv, has_portfolio: member.hasPortfolio },
    created_at: member.createdAt,
    talents: member.talents.map(({ id: talentId, name, emoji }) => ({ id: Number(talentId), name, emoji })),
  }));
  response.json({ success: true, total, page, limit, total_pages: pages, per_page: limit, pages, users });
});
app.listen(Number(port), '127.0.0.1');
