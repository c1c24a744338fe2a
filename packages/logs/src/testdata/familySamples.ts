/** A few lines of each family that is read, by the name of its format; made up, in the tool's style. */
export const familySamples: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'huggingface',
    [
      "{'loss': 0.5, 'grad_norm': 0.25, 'learning_rate': 1e-05, 'epoch': 0.1}",
      "\r 55%|█████▌    | 100/181 [16:52<13:40]{'eval_loss': 0.25, 'eval_runtime': 4.5, 'epoch': 0.5}",
    ],
  ],
  [
    'lightgbm',
    [
      '[LightGBM] [Info] Iteration:65, valid_1 auc : 0.817982',
      "[10]\ttraining's auc: 0.98\tvalid_1's auc: 0.81",
    ],
  ],
  ['xgboost', ['[500]\teval-logloss:0.41906\ttrain-logloss:0.160439']],
  ['catboost', ['0:\tlearn: 0.65\ttest: 0.66\tbest: 0.66 (0)\ttotal: 70.1ms\tremaining: 1m 10s']],
  [
    'spacy',
    [
      'E    #       LOSS TOK2VEC  LOSS NER  ENTS_F  ENTS_P  ENTS_R  SCORE ',
      '---  ------  ------------  --------  ------  ------  ------  ------',
      '122     600      17885.16   4397.02   92.00   92.00   92.00    0.92',
    ],
  ],
  [
    'paddle',
    [
      '[2025/09/24 12:13:19] ppocr INFO: epoch: [3/500], global_step: 500, lr: 0.005, loss: 0.6, ips: 7.8 samples/s, eta: 2 days, 20:01:28',
      '2021-03-30 06:55:57 [INFO]\t[TRAIN] epoch: 1, iter: 20/500, loss: 2.0859, lr: 0.0096 | ETA 00:04:16',
    ],
  ],
  [
    'mlperf',
    [
      ':::MLLOG {"namespace": "", "time_ms": 1696442084891, "event_type": "POINT_IN_TIME", "key": "eval_accuracy", "value": 2.69, "metadata": {"lineno": 1, "epoch_num": 2}}',
    ],
  ],
  [
    'llamafactory',
    ['{"current_steps": 5, "total_steps": 2178, "loss": 2.3475, "lr": 1.8e-06, "epoch": 0.002}'],
  ],
  [
    'jsonl',
    [
      '{"train_lr": 7.8e-05, "train_loss": 3.19, "test_acc1": 78.8, "epoch": 250}',
      '{"iteration": 1499, "total_loss": 0.41, "lr": 0.001, "bbox/APl": NaN}',
    ],
  ],
  [
    'megatron',
    [
      ' iteration        1/     500 | consumed samples:           16 | elapsed time per iteration (ms): 15165.9 | learning rate: 2.000E-07 | global batch size:    16 | lm loss: 1.263599E+01 | loss scale: 1.0 | grad norm: 20.203 | number of skipped iterations:   0 | number of nan iterations:   0 |',
      ' validation loss at iteration 500 | lm loss value: 6.314754E+00 | lm loss PPL: 5.526661E+02 | ',
    ],
  ],
  [
    'deepspeed',
    [
      '[2023-04-18 01:46:59,142] [INFO] [logging.py:96:log_dist] [Rank 0] step=10, skipped=6, lr=[9.6e-06, 9.6e-06], mom=[(0.9, 0.95), (0.9, 0.95)]',
    ],
  ],
  ['modded_nanogpt', ['step:0/1530 val_loss:10.8258 train_time:0ms step_avg:nanms']],
  [
    'llm_c',
    [
      'step    1/21479 | loss 11.007906 (+nanz)| norm 16.3235 (+nanz)| lr 2.86e-06 | 2734.72 ms | -100.0% bf16 MFU | 167751 tok/s',
    ],
  ],
  [
    'nanogpt',
    [
      'step 0: train loss 10.8998, val loss 10.8949',
      'iter 0: loss 4.2627, time 3286.79ms, mfu -100.00%',
    ],
  ],
  [
    'torchtitan',
    [
      '[rank0]:[titan] 2026-05-24 19:56:04,040 - root - INFO - \u001B[31mstep:  1  \u001B[32mloss: 12.61879  \u001B[38;2;180;60;0mgrad_norm: 25.7500  \u001B[38;2;54;234;195mmemory: 159.71GiB(89.55%)  \u001B[34mtps: 549  \u001B[36mtflops: 46.23  \u001B[35mmfu: N/A\u001B[39m',
    ],
  ],
  ['torchtune', ['Step 1 | loss:2.0853 lr:2e-05 tokens_per_second_per_gpu:57.8288']],
  [
    'fairseq',
    [
      '[2022-04-08 18:48:05,372][train_inner][INFO] - {"epoch": 1, "update": 0.416, "loss": "9.276", "num_updates": "200", "lr": "3.125e-06", "gnorm": "1.421"}',
    ],
  ],
  ['marian', ['Ep. 1 : Up. 20 : Sen. 1,280 : Cost 241.64421082']],
  [
    'opennmt',
    [
      '[2018-11-26 14:47:26,759 INFO] Step 5350/50000; acc:  51.25; ppl:  8.43; xent: 2.13; lr: 0.00066; 1320/1445 tok/s;  19995 sec',
    ],
  ],
  [
    'keras',
    [
      'Epoch 1/25',
      '1719/1719 [==============================] - 2s 1ms/step - loss: 0.5980 - accuracy: 0.7933 - val_loss: 0.4031',
    ],
  ],
  [
    'mmengine',
    [
      '2023/06/05 20:10:13 - mmengine - INFO - Epoch(train)   [1][1/6]  lr: 4.000000e-08  eta: 4:59:11  time: 9.978710  loss: 0.421912',
    ],
  ],
  [
    'verl',
    [
      '(TaskRunner pid=16292) step:1 - global_seqlen/min:484245.000 - actor/pg_loss:0.001 - actor/lr:0.000',
    ],
  ],
  [
    'maxtext',
    [
      'completed step: 1, seconds: 24.930, TFLOP/s/device: 0.861, Tokens/s/device: 164.297, total_weights: 6965, loss: 0.693',
    ],
  ],
  [
    'litgpt',
    ['Epoch 1 | iter 1 step 1 | loss train: 1.657, val: n/a | iter time: 298.27 ms (step)'],
  ],
  [
    'nemo_automodel',
    [
      '2026-08-10 15:55:20 | INFO | root | step 9 | epoch 0 | loss 0.6974 | grad_norm 1.5436 | lr 1.00e-05 | mem 24.90 GiB | tps 11278.56(1409.82/gpu) | num_label_tokens 21541',
    ],
  ],
  [
    'nemo',
    [
      'Training epoch 0, iteration 120/149 | lr: 3e-05 | global_step: 120 | reduced_train_loss: 1.233 | train_step_timing in s: 0.03146',
    ],
  ],
  [
    'nanotron',
    [
      '[INFO|DP=0|PP=0|TP=0]: iteration: 1 / 15 | consumed_tokens: 262K | tokens_per_sec: 1.04M | lm_loss: 5.32 | lr: 0.00015',
    ],
  ],
  ['composer', ['[batch=10/4800]:', '\t Train loss/train/total: 3.4', '[batch=20/4800]:']],
  [
    'olmo',
    [
      '2024-05-01 12:00:00.000 host:0 olmo.train:967 INFO [step=10/739328,epoch=0]',
      '    train/CrossEntropyLoss=11.40',
    ],
  ],
  [
    'mlx',
    [
      'Iter 1: Val loss 2.659, Val took 27.4s',
      'Iter 10: Train loss 2.125, Learning Rate 1.000e-05, It/sec 1.472, Tokens/sec 67.707',
    ],
  ],
  [
    'language_model',
    ['| epoch 100 |   200/  663 batches | lr 30.00 | ms/batch 48.15 | loss  6.82 | ppl   911.90'],
  ],
  ['placed-dict', ["epoch 0: {'accuracy': 0.84, 'f1': 0.89}"]],
  [
    'mnist',
    [
      'Train Epoch: 1 [640/60000 (1%)]\tLoss: 2.213470',
      'Test set: Average loss: 0.0506, Accuracy: 9832/10000 (98%)',
    ],
  ],
  [
    'metric-logger',
    [
      'Epoch: [0]  [  0/391]  eta: 0:10:00  lr: 0.000001  loss: 6.9 (6.9)  time: 4.3  max mem: 5000',
    ],
  ],
  [
    'pytorch_examples',
    [
      'Epoch: [0][  10/391]\tTime  4.268 ( 4.268)\tLoss 3.4360e+00 (3.4360e+00)\tAcc@1   3.12 (  3.12)',
    ],
  ],
  [
    'detectron2',
    [
      '[07/06 16:50:26 d2.utils.events]:  eta: 0:10:00  iter: 19  total_loss: 2.1  lr: 1e-05  max_mem: 3000M',
    ],
  ],
  [
    'openpcdet',
    [
      'Train:    1/3 ( 33%) [  49/323 ( 15%)]  Loss: 36.77 (81.7)  LR: 1.351e-04  Time cost: 00:12/01:03 [00:12/03:45]  Acc_iter 50        Data time: 0.01(0.02)',
    ],
  ],
  [
    'timm',
    [
      'Train: 0 [   0/1251 (  0%)]  Loss: 6.95 (6.95)  Time: 4.3s, 238.10/s  (4.3s, 238.10/s)  LR: 1.0e-06',
    ],
  ],
  [
    'yolo',
    [
      '      Epoch    GPU_mem   box_loss   cls_loss   dfl_loss  Instances       Size',
      '      1/100       2.5G      1.234      2.345      1.111         12        640: 100%|█████| 8/8 [00:05<00:00]',
    ],
  ],
  [
    'lightning',
    [
      'Epoch 2/20',
      'Train Loss: 6.4938 - Train Perplexity: 661.02',
      'Valid Loss: 6.2336 - Valid Perplexity: 509.5',
    ],
  ],
  [
    'fastai',
    [
      'epoch     train_loss  valid_loss  accuracy  time',
      '0         0.512345    0.412345    0.901234  00:12',
    ],
  ],
  [
    'flair',
    [
      '2024-05-01 12:00:00,000 epoch 1 - iter 77/773 - loss 3.10 - time (sec): 45.25 - lr: 0.000001',
    ],
  ],
  ['ignite', ['Training Results - Epoch: 1 Avg accuracy: 0.91 Avg loss: 0.29']],
  ['key-value', ['step=100 loss=0.52 lr=0.0003']],
  ['loss_table', ['1 7.604050636291504', '2 7.5040507316589355', '3 7.25']],
])
