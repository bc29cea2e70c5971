export interface Sites {
  readonly http: number;
  readonly https: number;
  readonly requests: string[];
  set(path: string, body: string | Uint8Array | null, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}
export function serve(options?: { port?: number; securePort?: number }): Promise<Sites>;
