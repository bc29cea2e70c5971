import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-web';
import type { Networks, Tensor } from './types';

/** As much of the runtime as is used; the same in a browser and in Node. */
export interface Runtime {
  readonly InferenceSession: {
    create(model: Uint8Array, options?: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => OrtTensor;
}

/** Files of the networks, by what they do. */
export const MODELS = {
  detect: 'ch_PP-OCRv4_det_infer.onnx',
  direct: 'ch_ppocr_mobile_v2.0_cls_infer.onnx',
  read: 'ch_PP-OCRv4_rec_infer.onnx',
} as const;

/** The list of signs that the reading network knows. */
export const SIGNS = 'ppocr_keys_v1.txt';

/** @param load A model's bytes by its file's name. */
export async function networksOf(runtime: Runtime, load: (name: string) => Promise<Uint8Array>): Promise<Networks> {
  const open = async (name: string) => {
    // One thread each: pages are shared out among threads instead. The arena would keep the largest page's memory.
    const session = await runtime.InferenceSession.create(await load(name), {
      executionProviders: ['wasm'],
      graphOptimizationLevel: 'all',
      enableCpuMemArena: false,
    });
    return async ({ data, dims }: Tensor): Promise<Tensor> => {
      const input = new runtime.Tensor('float32', data, dims);
      const answer = await session.run({ [session.inputNames[0]!]: input });
      const out = answer[session.outputNames[0]!]!;
      const result = { data: out.data as Float32Array, dims: out.dims };
      input.dispose();
      return result;
    };
  };
  return { detect: await open(MODELS.detect), direct: await open(MODELS.direct), read: await open(MODELS.read) };
}
