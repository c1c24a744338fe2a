import type { LogFormat } from '../format.ts'
import { detectron2 } from './detectron2.ts'
import { fairseq } from './fairseq.ts'
import { fastai } from './fastai.ts'
import { flair } from './flair.ts'
import { ignite } from './ignite.ts'
import { keras } from './keras.ts'
import { languageModel } from './languageModel.ts'
import { lightning } from './lightning.ts'
import { marian } from './marian.ts'
import { metricLogger } from './metricLogger.ts'
import { mmengine } from './mmengine.ts'
import { olmo } from './olmo.ts'
import { openpcdet } from './openpcdet.ts'
import { opennmt } from './opennmt.ts'
import { timm } from './timm.ts'
import { yolo } from './yolo.ts'
import { catboost } from './catboost.ts'
import { composer } from './composer.ts'
import { deepspeed } from './deepspeed.ts'
import { huggingface } from './huggingface.ts'
import { jsonLines } from './jsonLines.ts'
import { keyValue } from './keyValue.ts'
import { lightgbm } from './lightgbm.ts'
import { litgpt } from './litgpt.ts'
import { llamaFactory } from './llamaFactory.ts'
import { llmC } from './llmC.ts'
import { lossTable } from './lossTable.ts'
import { maxtext } from './maxtext.ts'
import { megatron } from './megatron.ts'
import { mlperf } from './mlperf.ts'
import { mlx } from './mlx.ts'
import { mnist } from './mnist.ts'
import { moddedNanogpt } from './moddedNanogpt.ts'
import { nanogpt } from './nanogpt.ts'
import { nanotron } from './nanotron.ts'
import { nemo } from './nemo.ts'
import { nemoAutomodel } from './nemoAutomodel.ts'
import { paddle } from './paddle.ts'
import { placedDict } from './placedDict.ts'
import { pytorchExamples } from './pytorchExamples.ts'
import { spacy } from './spacy.ts'
import { torchtitan } from './torchtitan.ts'
import { torchtune } from './torchtune.ts'
import { verl } from './verl.ts'
import { xgboost } from './xgboost.ts'

/** The formats that are known without being told, in the order they are tried. */
export const builtInFormats: readonly LogFormat[] = [
  lightgbm,
  xgboost,
  catboost,
  spacy,
  paddle,
  mlperf,
  torchtitan,
  torchtune,
  moddedNanogpt,
  maxtext,
  verl,
  nemo,
  nemoAutomodel,
  litgpt,
  megatron,
  nanotron,
  deepspeed,
  composer,
  olmo,
  nanogpt,
  llmC,
  metricLogger,
  pytorchExamples,
  lossTable,
  mlx,
  languageModel,
  fairseq,
  marian,
  opennmt,
  mmengine,
  detectron2,
  openpcdet,
  timm,
  yolo,
  keras,
  lightning,
  fastai,
  flair,
  ignite,
  llamaFactory,
  jsonLines,
  huggingface,
  placedDict,
  mnist,
  keyValue,
]
