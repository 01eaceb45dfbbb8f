// `npm run generate`: Prisma's client for editors and type checks. Starting and testing do it by themselves.
import { generateClient } from "./generate-client";

console.log(generateClient() ? "lib/generated/prisma is written" : "lib/generated/prisma is up to date");
