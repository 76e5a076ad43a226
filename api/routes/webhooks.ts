import { z } from 'zod'
import type { Delivery, Webhook } from '../../workers/store/entities.ts'
import { actorOf } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import { readWebhook } from '../access/read-object.ts'
import { type Context, failures, type Routes } from '../context.ts'
import { IdParam, Moment, momentOf, momentOrNull, PageQuery, pageOf, showPage } from '../show/common.ts'
import { makeSecret } from '../sign-in/secrets.ts'
import { readWebhookUrl, resolveWebhook } from '../webhook/address.ts'

const WebhookEvent = z.enum(['review.reviewed', 'review.failed'])
const WebhookShape = z
  .object({
    id: z.string(),
    organisationId: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    active: z.boolean(),
    createdAt: Moment,
  })
  .meta({ id: 'Webhook' })
const showWebhook = ({ id, organisationId, url, events, active, createdAt }: Webhook): z.infer<typeof WebhookShape> => ({
  ...{ id, organisationId, url, events, active },
  createdAt: momentOf(createdAt),
})

const DeliveryShape = z
  .object({
    id: z.string(),
    event: z.string(),
    status: z.enum(['pending', 'delivered', 'failed']),
    attempts: z.number().int(),
    nextAttemptAt: Moment,
    responseStatus: z.number().int().nullable(),
    error: z.string().nullable(),
    createdAt: Moment,
    finishedAt: Moment.nullable(),
  })
  .meta({ id: 'Delivery' })
const showDelivery = ({ id, event, status, attempts, responseStatus, error, ...at }: Delivery): z.infer<typeof DeliveryShape> => ({
  ...{ id, event, status, attempts, responseStatus, error },
  nextAttemptAt: momentOf(at.nextAttemptAt),
  createdAt: momentOf(at.createdAt),
  finishedAt: momentOrNull(at.finishedAt),
})

const Url = z.string().max(2_000)
const Events = z.array(WebhookEvent).min(1).max(WebhookEvent.options.length)
const params = z.object({ webhook: IdParam })
const tags = ['回调']
const config = { access: { may: 'webhooks:manage' } } as const

/** Says early what the sending would refuse anyway. */
const demandUsable = ({ config: { webhooksAllowPrivate }, resolve }: Context, url: string) =>
  resolveWebhook(readWebhookUrl(url), { allowPrivate: webhooksAllowPrivate, ...(resolve ? { resolve } : {}) })

export const webhookRoutes: Routes = async (app, { context }) => {
  const { store } = context

  app.get('/webhooks', {
    config,
    schema: { tags, summary: '回调列表', response: { 200: z.object({ items: z.array(WebhookShape) }), ...failures } },
    handler: async (request) => ({ items: (await store.webhooks.list(actorOf(request).scope)).map(showWebhook) }),
  })

  app.post('/webhooks', {
    config,
    schema: {
      tags,
      summary: '新建回调：核查结束时通知',
      description: '通知以 HMAC-SHA256 签名：X-Ecopark-Signature: t=秒,v1=十六进制，签名内容为“秒.正文”。',
      body: z.object({ url: Url, events: Events.default(['review.reviewed', 'review.failed']) }),
      response: { 201: z.object({ webhook: WebhookShape, secret: z.string().describe('只显示这一次') }), ...failures },
    },
    handler: async (request, reply) => {
      const { organisation, user } = actorOf(request)
      const { url, events } = request.body
      await demandUsable(context, url)
      const secret = makeSecret()
      const webhook = await store.webhooks.create({ organisationId: organisation.id, url, secret, events, createdBy: user.id })
      await record(store, request, { action: 'webhook.create', objectId: webhook.id, details: { url, events } })
      return reply.code(201).send({ webhook: showWebhook(webhook), secret })
    },
  })

  app.get('/webhooks/:webhook', {
    config,
    schema: { tags, summary: '回调', params, response: { 200: WebhookShape, ...failures } },
    handler: async (request) => showWebhook(await readWebhook(store, actorOf(request), request.params.webhook)),
  })

  app.patch('/webhooks/:webhook', {
    config,
    schema: {
      tags,
      summary: '更改、停用回调',
      params,
      body: z.object({ url: Url, events: Events, active: z.boolean() }).partial(),
      response: { 200: WebhookShape, ...failures },
    },
    handler: async (request) => {
      const { id, organisationId } = await readWebhook(store, actorOf(request), request.params.webhook)
      if (request.body.url !== undefined) await demandUsable(context, request.body.url)
      const webhook = await store.webhooks.update(id, request.body)
      await record(store, request, { action: 'webhook.change', objectId: id, organisationId, details: request.body })
      return showWebhook(webhook)
    },
  })

  app.delete('/webhooks/:webhook', {
    config,
    schema: { tags, summary: '删除回调', params, response: { 204: z.undefined(), ...failures } },
    handler: async (request, reply) => {
      const { id, organisationId, url } = await readWebhook(store, actorOf(request), request.params.webhook)
      await store.webhooks.delete(id)
      await record(store, request, { action: 'webhook.delete', objectId: id, organisationId, details: { url } })
      return reply.code(204).send()
    },
  })

  app.get('/webhooks/:webhook/deliveries', {
    config,
    schema: { tags, summary: '通知的发送情况', params, querystring: PageQuery, response: { 200: pageOf(DeliveryShape), ...failures } },
    handler: async (request) => {
      const { id } = await readWebhook(store, actorOf(request), request.params.webhook)
      return showPage(await store.webhooks.deliveries(id, request.query), showDelivery)
    },
  })
}
