import { wordsOf } from '../../api/error-words'
import { signInAs } from '../../api/sign-in'
import type { Persona } from '../../api/use-personas'
import { openConsole, replace, toast } from '../../device/navigation'

/** Becomes a demo person and goes where that person works; `stay` keeps the current page. */
export async function become(persona: Persona, stay = false): Promise<boolean> {
  if (persona.face === 'console') {
    openConsole(persona.openid)
    return true
  }
  try {
    const { member } = await signInAs(persona.openid)
    toast(`您现在是${persona.name}`)
    if (!stay) replace(member.roles.includes('promoter') ? '/pages/promoter/desk' : '/pages/me/me')
    return true
  } catch (error) {
    toast(wordsOf(error).title)
    return false
  }
}
