// `npx tsx --tsconfig tsconfig.node.json bench/package-bench.ts [-- --small]`: the package's part of the bench by itself.
import { measurePackage } from "./measure-package";

const small = process.argv.includes("--small");
const measured = await measurePackage(small ? { speed: 20, most: 100 } : { speed: 250, most: 2000 });
console.log(JSON.stringify(measured, null, 2));
process.exitCode = measured.kept ? 0 : 1;
