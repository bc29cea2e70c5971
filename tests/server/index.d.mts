export interface Sites {
  readonly http: number;
  readonly https: number;
  readonly requests: string[];
  set(path: string, html: string | null): void;
  close(): Promise<void>;
}
export function serve(options?: { port?: number; securePort?: number }): Promise<Sites>;
