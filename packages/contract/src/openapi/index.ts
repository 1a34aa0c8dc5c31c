export type { OpenApiOptions } from './create-openapi-document.ts';
export { createOpenApiDocument } from './create-openapi-document.ts';
export type {
  OpenApiDocument,
  OpenApiOperation,
  OpenApiParameter,
  OpenApiResponse,
} from './openapi-document.ts';
