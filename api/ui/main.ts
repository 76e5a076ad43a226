import { createApp } from 'vue'
import 'element-plus/theme-chalk/base.css'
import './theme/tokens.css'
import './theme/base.css'
import './theme/controls.css'
import './theme/form.css'
import './theme/element.css'
import AppFrame from './frame/app-frame.vue'
import { router } from './router.ts'
import { loadSession } from './session/session.ts'
import { applyTheme } from './theme/theme.ts'
import { i18n, speak } from './words/index.ts'

applyTheme()
await Promise.all([loadSession(), speak()])
createApp(AppFrame).use(router).use(i18n).mount('#pages')
