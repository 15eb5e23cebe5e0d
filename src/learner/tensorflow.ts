/**
 * The few parts of TensorFlow.js that train a small network: the engine, the CPU backend, and the
 * kernels and gradients of seven operations. The whole library is ten times the size.
 *
 * The deep imports belong to version 4.22.0. A bundler has to resolve the bare name
 * `@tensorflow/tfjs-core`, which the backend imports, to `dist/base.js` of the same package:
 * otherwise its every kernel comes along.
 */
import '@tensorflow/tfjs-core/dist/engine.js';
import '@tensorflow/tfjs-core/dist/flags.js';
import '@tensorflow/tfjs-backend-cpu/dist/base.js';
import { addConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Add.js';
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/BatchMatMul.js';
import { castConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Cast.js';
import { fillConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Fill.js';
import { identityConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Identity.js';
import { multiplyConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Multiply.js';
import { negConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Neg.js';
import { reluConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Relu.js';
import { reshapeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Reshape.js';
import { sigmoidConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sigmoid.js';
import { softplusConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Softplus.js';
import { stepConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Step.js';
import { subConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sub.js';
import { sumConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sum.js';
import { env } from '@tensorflow/tfjs-core/dist/environment.js';
import { setBackend } from '@tensorflow/tfjs-core/dist/globals.js';
import { addGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Add_grad.js';
import { batchMatMulGradConfig } from '@tensorflow/tfjs-core/dist/gradients/BatchMatMul_grad.js';
import { multiplyGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Multiply_grad.js';
import { reluGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Relu_grad.js';
import { softplusGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Softplus_grad.js';
import { subGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sub_grad.js';
import { sumGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sum_grad.js';
import {
  getGradient,
  getKernel,
  registerGradient,
  registerKernel,
} from '@tensorflow/tfjs-core/dist/kernel_registry.js';

export { memory, tidy } from '@tensorflow/tfjs-core/dist/globals.js';
export { grads } from '@tensorflow/tfjs-core/dist/gradients.js';
export { add } from '@tensorflow/tfjs-core/dist/ops/add.js';
export { matMul } from '@tensorflow/tfjs-core/dist/ops/mat_mul.js';
export { mul } from '@tensorflow/tfjs-core/dist/ops/mul.js';
export { relu } from '@tensorflow/tfjs-core/dist/ops/relu.js';
export { sigmoid } from '@tensorflow/tfjs-core/dist/ops/sigmoid.js';
export { softplus } from '@tensorflow/tfjs-core/dist/ops/softplus.js';
export { sub } from '@tensorflow/tfjs-core/dist/ops/sub.js';
export { sum } from '@tensorflow/tfjs-core/dist/ops/sum.js';
export { tensor } from '@tensorflow/tfjs-core/dist/ops/tensor.js';
export type { Tensor } from '@tensorflow/tfjs-core/dist/tensor.js';

const KERNELS = [
  addConfig,
  batchMatMulConfig,
  castConfig,
  fillConfig,
  identityConfig,
  multiplyConfig,
  negConfig,
  reluConfig,
  reshapeConfig,
  sigmoidConfig,
  softplusConfig,
  stepConfig,
  subConfig,
  sumConfig,
];

const GRADIENTS = [
  addGradConfig,
  batchMatMulGradConfig,
  multiplyGradConfig,
  reluGradConfig,
  softplusGradConfig,
  subGradConfig,
  sumGradConfig,
];

/** Makes the engine ready. Safe to call twice, and beside a TensorFlow.js of somebody else's. */
export function setUpTensorflow(): void {
  for (const kernel of KERNELS) if (!getKernel(kernel.kernelName, 'cpu')) registerKernel(kernel);
  for (const gradient of GRADIENTS) {
    if (!getGradient(gradient.kernelName)) registerGradient(gradient);
  }
  if (!env().platform) env().setPlatform('beforehand', platform);
  // Otherwise the backend advertises its Node build on the console.
  env().set('IS_NODE', false);
  void setBackend('cpu');
}

/** What the engine wants of its surroundings; it never fetches or encodes anything here. */
const platform: ReturnType<typeof env>['platform'] = {
  fetch: () => Promise.reject(new Error('the learner does not fetch')),
  now: () => performance.now(),
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
  isTypedArray: (value): value is Float32Array | Int32Array | Uint8ClampedArray | Uint8Array =>
    ArrayBuffer.isView(value) && !(value instanceof DataView),
};
