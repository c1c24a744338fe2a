export { restSource, type RestSourceOptions } from './restSource.ts'
