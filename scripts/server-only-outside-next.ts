// The worker and the scripts are servers by construction: outside Next the `server-only` guard has nothing to guard.
export {};
