export { describeProviderContract } from './describe-provider-contract.ts';
export type {
  ProviderContract,
  ProviderWorld,
  WorldCompany,
  WorldCompanySeed,
  WorldDocument,
  WorldFault,
} from './world.ts';
