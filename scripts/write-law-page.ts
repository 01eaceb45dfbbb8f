import { writeFileSync } from "node:fs";
import { currentLawPage, lawPagePath } from "./law-page";

writeFileSync(lawPagePath, currentLawPage());
