export function demandNode(version?: string): void;
export function isInstalled(root: string, wanted: { development: boolean }): boolean;
export function ensureInstalled(root: string, wanted: { development: boolean }): Promise<void>;
