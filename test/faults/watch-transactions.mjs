/**
 * Loaded before the program (NODE_OPTIONS --import), in each of its threads: keeps in a file which
 * database transactions are open at this moment, and for which operation. What a killed process had
 * open is what the file says; the kernel keeps a finished write.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { openSync, writeSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';

const folder = process.env.TEST_OPEN_TRANSACTIONS;
if (folder) watch(folder);

function watch(target) {
  const operations = new AsyncLocalStorage();
  const name = `${String(process.pid)}-${String(threadId)}`;
  const file = openSync(path.join(target, name), 'w');
  const open = new Map();
  const write = () => {
    // One write of one size: never half of the old and half of the new.
    const text = JSON.stringify([...open.values()])
      .slice(0, 4_000)
      .padEnd(4_096);
    writeSync(file, text, 0);
  };
  const begin = (owner) => {
    const operation = operations.getStore() ?? (isMainThread ? 'the program' : 'the worker');
    open.set(owner, operation);
    write();
  };
  const end = (owner) => {
    if (open.delete(owner)) write();
  };
  labelRequests(operations);
  const require = createRequire(path.resolve('package.json'));
  watchSqlite(require('libsql'), begin, end);
  watchMongodb(require('mongodb').ClientSession, begin, end);
}

/** What runs for a request is told by its header, or its address. */
function labelRequests(operations) {
  const { emit } = http.Server.prototype;
  http.Server.prototype.emit = function (event, ...args) {
    if (event !== 'request') return emit.call(this, event, ...args);
    const { headers, method, url } = args[0];
    const label = headers['x-operation'] ?? `${method} ${url.split('?')[0]}`;
    return operations.run(label, () => emit.call(this, event, ...args));
  };
}

/** Asks the connection itself after each statement that may begin or end a transaction. */
function watchSqlite({ prototype }, begin, end) {
  const { prepare, exec, close } = prototype;
  const look = (connection, work) => {
    try {
      return work();
    } finally {
      if (connection.inTransaction) begin(connection);
      else end(connection);
    }
  };
  prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    // An exclusive one is the lock that keeps a second program out, held as long as this one lives.
    if (!/^(BEGIN(?! EXCLUSIVE)|COMMIT|ROLLBACK)/i.test(sql)) return statement;
    for (const method of ['run', 'all', 'get', 'iterate']) {
      const original = statement[method]?.bind(statement);
      if (original) statement[method] = (...args) => look(this, () => original(...args));
    }
    return statement;
  };
  prototype.exec = function (...args) {
    return look(this, () => exec.apply(this, args));
  };
  prototype.close = function (...args) {
    end(this);
    return close.apply(this, args);
  };
}

function watchMongodb({ prototype }, begin, end) {
  const { startTransaction, commitTransaction, abortTransaction } = prototype;
  prototype.startTransaction = function (...args) {
    begin(this);
    return startTransaction.apply(this, args);
  };
  for (const [name, original] of Object.entries({ commitTransaction, abortTransaction })) {
    prototype[name] = async function (...args) {
      try {
        return await original.apply(this, args);
      } finally {
        end(this);
      }
    };
  }
}
