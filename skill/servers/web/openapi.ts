import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { tool } from '../../tool.ts';
import type { Docs } from './docs.ts';

/** Describes every route that has docs, at `/openapi.json`. Nothing is validated by them: each route reads what it takes. */
export async function describeApi(app: FastifyInstance, hasKey: boolean): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: tool.name, version: tool.version },
      ...(hasKey ? { security: [{ key: [] }] } : {}),
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    },
    transform: ({ schema, url }) => ({ schema: mapped((schema ?? {}) as Partial<Docs>), url }),
  });
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  app.get('/openapi.json', { schema: { hide: true } as object }, async () => app.swagger());
}

function mapped({ response = {}, ...rest }: Partial<Docs>): object {
  const json = (value: unknown) => (value instanceof z.ZodType ? z.toJSONSchema(value, { io: 'input', unrepresentable: 'any' }) : value);
  const responses = Object.entries(response).map(([code, schema]) => [
    code,
    { description: MEANINGS[code] ?? 'refused', ...(json(schema) as object) },
  ]);
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, json(value)])),
    response: Object.fromEntries(responses),
  };
}

const MEANINGS: Readonly<Record<string, string>> = {
  200: 'answered',
  202: 'under way',
  400: 'malformed',
  401: 'without the key',
  404: 'unknown',
  409: 'replayed',
};
