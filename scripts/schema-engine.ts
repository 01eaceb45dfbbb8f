import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

let engineLoaded = false;

/** Prisma's engine ships as bindings plus a module of WebAssembly; joining the two is left to a bundler, or to us. */
function loadEngine(): void {
  if (engineLoaded) return;
  const folder = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = new WebAssembly.Module(readFileSync(join(folder, "..", "schema_engine_bg.wasm")));
  const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": bindings as WebAssembly.ModuleImports });
  bindings.__wbg_set_wasm(instance.exports);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (said: string) => console.error(said) } });
  (instance.exports.__wbindgen_start as () => void)();
  engineLoaded = true;
}

/** PostgreSQL's one-byte type "char", which its catalogue uses and the driver refuses, and the text type instead of it. */
const CATALOGUE_CHARACTER = 18;
const TEXT = 25;

type Ask = (config: pg.QueryArrayConfig, values: unknown[]) => Promise<pg.QueryArrayResult>;

/**
 * Prisma's driver as its migration engine needs it: it hands on the catalogue's character columns, without which the
 * engine cannot read a database that has tables, and it runs scripts whole.
 */
class MigrationDriver extends PrismaPg {
  constructor(
    private readonly url: string,
    private readonly shadowUrl: string,
    private readonly pools: pg.Pool[] = [],
  ) {
    super(url);
  }

  /** The engine opens connections and never closes them. */
  async close(): Promise<void> {
    await Promise.all(this.pools.map((pool) => pool.end()));
  }

  override async connect() {
    const pool = new pg.Pool({ connectionString: this.url, max: 2 });
    // A connection may still be saying goodbye when its shadow database is dropped; nobody waits for it any more.
    pool.on("connect", (client) => client.on("error", () => {}));
    this.pools.push(pool);
    const characters = new WeakMap<unknown[], number[]>();
    const ask = pool.query.bind(pool) as Ask;
    const query: Ask = async (config, values) => {
      const result = await ask(config, values);
      const found: number[] = [];
      for (const [index, field] of (result.fields ?? []).entries()) {
        if (field.dataTypeID !== CATALOGUE_CHARACTER) continue;
        field.dataTypeID = TEXT;
        found.push(index);
      }
      if (found.length > 0) characters.set(result.rows, found);
      return result;
    };
    const adapter = await new PrismaPg(Object.assign(pool, { query })).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (asked) => {
      const result = await queryRaw(asked);
      for (const index of characters.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    // The driver cuts a script at every semicolon, also inside functions and comments. Sent whole, PostgreSQL does the
    // cutting, and a script that fails leaves nothing behind.
    adapter.executeScript = async (sql) => {
      await adapter.executeRaw({ sql, args: [], argTypes: [] });
    };
    return adapter;
  }

  /** PrismaPg makes a shadow database but connects to the one in the connection string: we bring our own. */
  override connectToShadowDb() {
    return new MigrationDriver(this.shadowUrl, this.shadowUrl, this.pools).connect();
  }
}

/**
 * Prisma's own migration engine, talking to the database through our driver instead of a downloaded binary.
 * See docs/decisions/011.
 *
 * @param url connection string of the owner
 * @param shadow an empty database that the engine may fill, and the schema.prisma to compare with, where it compares
 */
export async function withSchemaEngine<T>(
  url: string,
  shadow: { url: string; schema: string } | undefined,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  loadEngine();
  const driver = new MigrationDriver(url, shadow?.url ?? url);
  const datamodels: [string, string][] | undefined = shadow && [["schema.prisma", shadow.schema]];
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(driver));
  try {
    return await work(engine);
  } finally {
    engine.free();
    await driver.close();
  }
}
