import { writeFileSync } from "node:fs";
import { currentVerificationPage, verificationPagePath } from "./verification-page";

writeFileSync(verificationPagePath, currentVerificationPage());
