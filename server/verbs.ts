import { listChildren } from './areas/list-children'
import { searchAreas } from './areas/search-areas'
import { listEntries } from './audit/list-entries'
import { readMine as readMyRank } from './boards/read-mine'
import { readNear } from './boards/read-near'
import { readTop } from './boards/read-top'
import { listCodes } from './codes/list-codes'
import { readMine as readMyCode } from './codes/read-mine'
import { revoke } from './codes/revoke'
import { verify } from './codes/verify'
import { listArticles } from './content/list-articles'
import { readArticle } from './content/read-article'
import { readFilters } from './content/read-filters'
import { listFences } from './fences/list-fences'
import { listShapes } from './fences/list-shapes'
import { locate } from './fences/locate'
import { listMine } from './ledger/list-mine'
import { listOfMember } from './ledger/list-of-member'
import { listMembers } from './members/list-members'
import { readMe } from './members/read-me'
import { setConsent } from './members/set-consent'
import { listOrgs } from './orgs/list-orgs'
import { readOverview } from './overview/read-overview'
import type { Verbs } from './platform/serve'
import { apply } from './promoters/apply'
import { approve } from './promoters/approve'
import { listApplications } from './promoters/list-applications'
import { readDesk } from './promoters/read-desk'
import { refuse } from './promoters/refuse'
import { answer } from './recruitment/answer'
import { consent } from './recruitment/consent'
import { decideHeld } from './recruitment/decide-held'
import { declare } from './recruitment/declare'
import { finishLesson } from './recruitment/finish-lesson'
import { listRecruitments } from './recruitment/list-recruitments'
import { locate as locateRecruitment } from './recruitment/locate'
import { readHistory } from './recruitment/read-history'
import { readLesson } from './recruitment/read-lesson'
import { readMine as readMyRecruitment } from './recruitment/read-mine'
import { readQuestions } from './recruitment/read-questions'
import { scan } from './recruitment/scan'
import { listPersonas } from './session/list-personas'
import { signInLocally } from './session/sign-in-locally'
import { signOut } from './session/sign-out'

/** What does each action of the contract; a missing one does not compile. */
export const VERBS: Verbs = {
  'session.local': signInLocally,
  'session.personas': listPersonas,
  'session.end': signOut,
  'members.me': readMe,
  'members.setConsent': setConsent,
  'members.list': listMembers,
  'areas.children': listChildren,
  'areas.search': searchAreas,
  'orgs.list': listOrgs,
  'fences.locate': locate,
  'fences.list': listFences,
  'fences.shapes': listShapes,
  'promoters.apply': apply,
  'promoters.desk': readDesk,
  'promoters.applications': listApplications,
  'promoters.approve': approve,
  'promoters.refuse': refuse,
  'codes.mine': readMyCode,
  'codes.verify': verify,
  'codes.list': listCodes,
  'codes.revoke': revoke,
  'recruitment.scan': scan,
  'recruitment.consent': consent,
  'recruitment.locate': locateRecruitment,
  'recruitment.declare': declare,
  'recruitment.lesson': readLesson,
  'recruitment.finishLesson': finishLesson,
  'recruitment.questions': readQuestions,
  'recruitment.answer': answer,
  'recruitment.mine': readMyRecruitment,
  'recruitment.decide': decideHeld,
  'recruitment.list': listRecruitments,
  'recruitment.history': readHistory,
  'ledger.mine': listMine,
  'ledger.ofMember': listOfMember,
  'boards.top': readTop,
  'boards.mine': readMyRank,
  'boards.near': readNear,
  'content.list': listArticles,
  'content.read': readArticle,
  'content.filters': readFilters,
  'overview.read': readOverview,
  'audit.list': listEntries,
}
