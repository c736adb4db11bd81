import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { Router } from 'express';
import { openApiDocument } from '../../../contracts/gateway/openapi.js';

const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>通缴 接口文档</title><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="stylesheet" href="/docs/ui/swagger-ui.css"></head><body><div id="swagger-ui"></div><script src="/docs/ui/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`;
const start = "SwaggerUIBundle({ url: '/docs/openapi.json', dom_id: '#swagger-ui', deepLinking: true, supportedSubmitMethods: [] });";

/** The interface description from the same schemas that check requests; files come with the product, nothing from outside. */
export function docsRouter(serverUrl: string): Router {
  const router = Router();
  const document = openApiDocument(serverUrl);
  const files = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  router.use((_request, response, next) => {
    response.set({ 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'" });
    next();
  });
  router.get('/', (_request, response) => { response.type('html').send(page); });
  router.get('/start.js', (_request, response) => { response.type('text/javascript').send(start); });
  router.get('/openapi.json', (_request, response) => { response.json(document); });
  router.use('/ui', express.static(files, { index: false, redirect: false }));
  return router;
}
