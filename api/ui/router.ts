import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { whenSignedOut } from './client/http.ts'
import { forget, me } from './session/session.ts'

const inDossier: RouteRecordRaw[] = [
  { path: '', redirect: ({ params }) => `/dossiers/${String(params['dossier'])}/findings` },
  { path: 'findings', name: 'findings', component: () => import('./review/review-page.vue') },
  { path: 'overview', name: 'overview', component: () => import('./overview/overview-page.vue') },
  { path: 'matrix', name: 'matrix', component: () => import('./matrix/matrix-page.vue') },
  { path: 'rectification', name: 'rectification', component: () => import('./rectification/rectification-page.vue') },
  { path: 'comparison', name: 'comparison', component: () => import('./comparison/comparison-page.vue') },
  { path: 'reports', name: 'reports', component: () => import('./reports/reports-page.vue') },
  { path: 'documents', name: 'documents', component: () => import('./documents/documents-page.vue') },
]

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/dossiers' },
  { path: '/sign-in', name: 'sign-in', component: () => import('./session/sign-in-page.vue'), meta: { open: true } },
  { path: '/password', name: 'password', component: () => import('./session/password-page.vue') },
  { path: '/dossiers', name: 'dossiers', component: () => import('./dossiers/dossiers-page.vue') },
  { path: '/dossiers/:dossier', component: () => import('./frame/dossier-frame.vue'), children: inDossier },
  { path: '/inbox', name: 'inbox', component: () => import('./inbox/inbox-page.vue') },
  { path: '/standards', name: 'standards', component: () => import('./standards/standards-page.vue') },
  { path: '/admin', name: 'admin', component: () => import('./admin/admin-page.vue') },
  { path: '/audit', name: 'audit', component: () => import('./admin/audit-page.vue') },
  { path: '/:rest(.*)*', name: 'nowhere', component: () => import('./frame/nowhere-page.vue') },
]

export const router = createRouter({ history: createWebHistory(), routes })

router.beforeEach((to) => {
  if (to.meta['open'] === true) return true
  if (me.value === null) return { name: 'sign-in', query: to.fullPath === '/dossiers' ? {} : { to: to.fullPath } }
  if (me.value.user.mustChangePassword && to.name !== 'password') return { name: 'password' }
  return true
})

whenSignedOut(() => {
  const { name, fullPath } = router.currentRoute.value
  if (name === 'sign-in' || name === 'password') return
  forget()
  void router.push({ name: 'sign-in', query: { to: fullPath } })
})
