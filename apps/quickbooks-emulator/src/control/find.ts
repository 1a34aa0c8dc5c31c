import type { Company } from '../company/company.ts';
import { saleTypes, type SaleType } from '../company/sale.ts';
import type { World } from '../world.ts';
import { ControlError } from './control-error.ts';

export function findCompany(world: World, realm: unknown): Company {
  if (typeof realm !== 'string')
    throw new ControlError(400, 'Name the company by ?realm= or a "realm" field.');
  const company = world.companies.get(realm);
  if (!company) throw new ControlError(404, `There is no company with realm id ${realm}.`);
  company.withheld.release(world.clock.seconds());
  return company;
}

export function findSaleType(name: string): SaleType {
  const type = saleTypes.find((each) => each.toLowerCase() === name.toLowerCase());
  if (!type) throw new ControlError(400, `"${name}" is none of ${saleTypes.join(', ')}.`);
  return type;
}

export function findSlot(company: Company, type: SaleType, id: string): number {
  const slot = company.documents.slotOf(type, id);
  if (slot === undefined) throw new ControlError(404, `${company.name} has no ${type} with id ${id}.`);
  return slot;
}
