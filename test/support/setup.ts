import { afterAll } from "vitest";
import { deleteTemporaryFolders } from "./copies.js";

// Here, and not where the folders are made: files of tests share their modules, but each runs this.
afterAll(deleteTemporaryFolders);
