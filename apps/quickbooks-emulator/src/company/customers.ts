import { createRandom } from '../numbers/random.ts';

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly email: string;
  readonly currency: string;
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
}

const families = ['Alder', 'Beaumont', 'Cascade', 'Delridge', 'Elkhorn', 'Fairmont', 'Granite', 'Harbour'];
const trades = ['Automation', 'Controls', 'Fabrication', 'Robotics', 'Packaging', 'Marine', 'Instruments'];
const firstNames = ['Ada', 'Ben', 'Carla', 'Dev', 'Elena', 'Farid', 'Grace', 'Hiro', 'Ines', 'Jonas'];
const lastNames = ['Abbott', 'Brandt', 'Castillo', 'Dorsey', 'Egan', 'Fischer', 'Gupta', 'Hale', 'Ito'];
const streets = ['Foundry Road', 'Mill Lane', 'Canal Street', 'Depot Avenue', 'Quarry Way', 'Orchard Drive'];
const foreignCities: Readonly<Record<string, readonly [city: string, region: string, postalCode: string]>> = {
  EUR: ['Rotterdam', 'ZH', '3011 AA'],
  JPY: ['Osaka', '27', '530-0001'],
  GBP: ['Leeds', 'ENG', 'LS1 4AP'],
};
const homeCities = [
  ['Portland', 'OR', '97201'],
  ['Tacoma', 'WA', '98402'],
  ['Boise', 'ID', '83702'],
  ['Reno', 'NV', '89501'],
] as const;
const seededCustomers = 40;

/** The customers a company starts with; each is billed in one currency, as the service has it. */
export function createCustomers(
  seed: number,
  homeCurrency: string,
  otherCurrencies: readonly string[],
): Customer[] {
  const random = createRandom(seed);
  return Array.from({ length: seededCustomers }, (_, index) => {
    const name = `${families[index % families.length]} ${trades[Math.floor(index / 6) % trades.length]}`;
    const other = otherCurrencies[(index + 4) % 7];
    return describeCustomer(String(index + 1), name, other ?? homeCurrency, random);
  });
}

/** A customer with a believable contact and address. */
export function describeCustomer(
  id: string,
  name: string,
  currency: string,
  random = createRandom(Number(id)),
): Customer {
  const first = random.pick(firstNames);
  const last = random.pick(lastNames);
  const [city, region, postalCode] = foreignCities[currency] ?? random.pick(homeCities);
  return {
    id,
    name,
    contact: `${first} ${last}`,
    email: `${first}.${last}@${name.replaceAll(/[^A-Za-z0-9]+/g, '-')}.example`.toLowerCase(),
    currency,
    street: `${random.between(10, 980)} ${random.pick(streets)}`,
    city,
    region,
    postalCode,
  };
}
