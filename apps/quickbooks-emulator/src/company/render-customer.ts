import type { Customer } from './customers.ts';
import type { Json } from './render-sale.ts';

const rendered = new WeakMap<Customer, Json>();

/** Puts the customer and the addresses on a document; the same objects for every document of a customer. */
export function renderCustomer(document: Json, customer: Customer): void {
  let fields = rendered.get(customer);
  if (!fields) {
    fields = fieldsOf(customer);
    rendered.set(customer, fields);
  }
  document['CustomerRef'] = fields['CustomerRef'];
  document['BillAddr'] = fields['BillAddr'];
  document['ShipAddr'] = fields['ShipAddr'];
  document['BillEmail'] = fields['BillEmail'];
}

function fieldsOf(customer: Customer): Json {
  const number = Number(customer.id);
  return {
    CustomerRef: { value: customer.id, name: customer.name },
    BillAddr: {
      Id: String(2 * number + 100),
      Line1: customer.contact,
      Line2: customer.name,
      Line3: customer.street,
      Line4: `${customer.city}, ${customer.region}  ${customer.postalCode}`,
    },
    ShipAddr: {
      Id: String(2 * number + 101),
      Line1: customer.street,
      City: customer.city,
      CountrySubDivisionCode: customer.region,
      PostalCode: customer.postalCode,
    },
    BillEmail: { Address: customer.email },
  };
}
