/**
 * A database server that speaks libSQL's protocol (Hrana 2 over HTTP), as far as the store needs it: the
 * SQL is run by SQLite in memory. It stands in for sqld and its hosted kin.
 */
import Database from 'libsql';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {json} from 'node:stream/consumers';

interface Statement {
  readonly sql?: string;
  /** Instead of `sql`: the number under which it was stored earlier in the pipeline. */
  readonly sql_id?: number;
  readonly args?: readonly HranaValue[];
}

type Condition =
  | {readonly type: 'ok' | 'error'; readonly step: number}
  | {readonly type: 'not'; readonly cond: Condition};

interface Step {
  readonly stmt: Statement;
  readonly condition?: Condition | null;
}

type HranaRequest =
  | {readonly type: 'execute'; readonly stmt: Statement}
  | {readonly type: 'batch'; readonly batch: {readonly steps: readonly Step[]}}
  | {readonly type: 'store_sql'; readonly sql_id: number; readonly sql: string}
  | {readonly type: 'close_sql' | 'close'};

interface HranaValue {
  readonly type: 'null' | 'integer' | 'float' | 'text';
  readonly value?: string | number;
}

/** Starts a server on a free port, with an empty database. Whoever does not bring the token is refused. */
export async function startFakeLibsqlServer(authToken: string) {
  const database = new HranaDatabase();
  let pipelines = 0;

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const isPipeline = request.url === '/v2/pipeline' && request.method === 'POST';
    if (request.headers.authorization !== `Bearer ${authToken}`)
      return response.writeHead(401).end();
    if (!isPipeline) return response.writeHead(404).end();
    pipelines++;
    const {requests} = (await json(request)) as {requests: readonly HranaRequest[]};
    const results = requests.map((each) => database.answer(each));
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify({baton: null, base_url: null, results}));
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Round trips so far. */
    pipelines: () => pipelines,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

class HranaDatabase {
  readonly #database = new Database(':memory:');
  readonly #storedSql = new Map<number, string>();

  answer(request: HranaRequest): object {
    try {
      return {type: 'ok', response: this.#respond(request)};
    } catch (error) {
      return {type: 'error', error: {message: String(error)}};
    }
  }

  #respond(request: HranaRequest): object {
    const {type} = request;
    if (type === 'execute') return {type, result: this.#run(request.stmt)};
    if (type === 'batch') return {type, result: this.#runBatch(request.batch.steps)};
    if (type === 'store_sql') this.#storedSql.set(request.sql_id, request.sql);
    return {type};
  }

  #runBatch(steps: readonly Step[]): object {
    const results: (object | null)[] = [];
    const errors: (object | null)[] = [];
    const holds = (condition: Condition): boolean => {
      if ('cond' in condition) return !holds(condition.cond);
      return Boolean((condition.type === 'ok' ? results : errors)[condition.step]);
    };
    for (const {stmt, condition} of steps) {
      let result: object | null = null;
      let error: object | null = null;
      try {
        if (!condition || holds(condition)) result = this.#run(stmt);
      } catch (cause) {
        error = {message: String(cause)};
      }
      results.push(result);
      errors.push(error);
    }
    return {step_results: results, step_errors: errors};
  }

  #run({sql, sql_id = 0, args = []}: Statement): object {
    const statement = this.#database.prepare(sql ?? this.#storedSql.get(sql_id) ?? '');
    const values = args.map(fromHrana);
    if (!statement.reader) {
      const {changes} = statement.run(values);
      return {cols: [], rows: [], affected_row_count: changes, last_insert_rowid: null};
    }
    const cols = statement.columns().map(({name}) => ({name}));
    const rows = (statement.raw().all(values) as unknown[][]).map((row) => row.map(toHrana));
    return {cols, rows, affected_row_count: 0, last_insert_rowid: null};
  }
}

function fromHrana({type, value}: HranaValue): unknown {
  if (type === 'null') return null;
  return type === 'text' ? value : Number(value);
}

function toHrana(value: unknown): HranaValue {
  if (value === null) return {type: 'null'};
  if (typeof value === 'string') return {type: 'text', value};
  if (typeof value !== 'number') throw new TypeError(`A column is a ${typeof value}.`);
  return Number.isInteger(value) ? {type: 'integer', value: String(value)} : {type: 'float', value};
}
