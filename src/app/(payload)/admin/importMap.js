import { MergedInto as MergedInto_684508d9eb19e44e4447bfe0615973a3 } from '../../../../src/admin/departments/merged-into'
import { SaveDepartment as SaveDepartment_a4a0bd9185c4982f053ff5faa55dbb33 } from '../../../../src/admin/departments/save-department'
import { DepartmentsField as DepartmentsField_766bc5ce4977daaf1b1f3e2c407f835b } from '../../../../src/admin/account/departments-field'
import { DetailField as DetailField_ce06f3a445f0da3669e916d6f82aeee4 } from '../../../../src/admin/audit/detail-field'
import { PortalKey as PortalKey_943fb840991e1be4b53793a2e3438694 } from '../../../../src/admin/portals/portal-key'
import { StaffNav as StaffNav_c2f7cd74ffb21c94089788d01638659e } from '../../../../src/admin/frame/nav'
import { Mark as Mark_dbc91538eb1d97794343715f6896dfef } from '../../../../src/admin/frame/logo'
import { Logo as Logo_dbc91538eb1d97794343715f6896dfef } from '../../../../src/admin/frame/logo'
import { HeaderTools as HeaderTools_9cc3cd1df1af6b80b80ae40d2b266b83 } from '../../../../src/admin/frame/header-tools'
import { AfterLogin as AfterLogin_9231c3c06b67a113d02bae7aa146a5f8 } from '../../../../src/admin/frame/after-login'
import { BeforeLogin as BeforeLogin_1db48e9c99297e4fd401f739e67e9ea8 } from '../../../../src/admin/frame/before-login'
import { HomeView as HomeView_061c828f1c6f9cb3055284684e7698c8 } from '../../../../src/admin/views/home-view'
import { AccountView as AccountView_964feffefb923a7af3aff6d2569dd6d1 } from '../../../../src/admin/views/account-view'
import { MaterialsView as MaterialsView_00b4dfa342fb2e1b6b65777cb012b84a } from '../../../../src/admin/views/materials-view'
import { MaterialView as MaterialView_3c16cb32efcd5523480ae73b739a88b9 } from '../../../../src/admin/views/material-view'
import { GuideView as GuideView_dc71309acddef539e66f6c66059f7df0 } from '../../../../src/admin/views/guide-view'
import { QueueView as QueueView_3fe7e333ab7e7c186f2d4c0cd129635a } from '../../../../src/admin/views/queue-view'
import { TakedownsView as TakedownsView_58fa6905d9f9a14a59fb3b8039d0e2ee } from '../../../../src/admin/views/takedowns-view'
import { TakedownView as TakedownView_59738da301167642d79f578fbdb0ac28 } from '../../../../src/admin/views/takedown-view'
import { AuditScreenView as AuditScreenView_9f76301c96a6caf4c4ccf2b5f2b9cc36 } from '../../../../src/admin/views/audit-view'
import { HealthView as HealthView_735118810618a42f9a3c5d1d5c8db6e6 } from '../../../../src/admin/views/health-view'
import { NoticesPage as NoticesPage_c45589f52ebd6a20a324a3094c0111ba } from '../../../../src/admin/views/notices-view'
import { ReviewView as ReviewView_5e2c2574dcacf3ac70f42d5cffc45e9e } from '../../../../src/admin/views/review-view'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/departments/merged-into#MergedInto": MergedInto_684508d9eb19e44e4447bfe0615973a3,
  "/src/admin/departments/save-department#SaveDepartment": SaveDepartment_a4a0bd9185c4982f053ff5faa55dbb33,
  "/src/admin/account/departments-field#DepartmentsField": DepartmentsField_766bc5ce4977daaf1b1f3e2c407f835b,
  "/src/admin/audit/detail-field#DetailField": DetailField_ce06f3a445f0da3669e916d6f82aeee4,
  "/src/admin/portals/portal-key#PortalKey": PortalKey_943fb840991e1be4b53793a2e3438694,
  "/src/admin/frame/nav#StaffNav": StaffNav_c2f7cd74ffb21c94089788d01638659e,
  "/src/admin/frame/logo#Mark": Mark_dbc91538eb1d97794343715f6896dfef,
  "/src/admin/frame/logo#Logo": Logo_dbc91538eb1d97794343715f6896dfef,
  "/src/admin/frame/header-tools#HeaderTools": HeaderTools_9cc3cd1df1af6b80b80ae40d2b266b83,
  "/src/admin/frame/after-login#AfterLogin": AfterLogin_9231c3c06b67a113d02bae7aa146a5f8,
  "/src/admin/frame/before-login#BeforeLogin": BeforeLogin_1db48e9c99297e4fd401f739e67e9ea8,
  "/src/admin/views/home-view#HomeView": HomeView_061c828f1c6f9cb3055284684e7698c8,
  "/src/admin/views/account-view#AccountView": AccountView_964feffefb923a7af3aff6d2569dd6d1,
  "/src/admin/views/materials-view#MaterialsView": MaterialsView_00b4dfa342fb2e1b6b65777cb012b84a,
  "/src/admin/views/material-view#MaterialView": MaterialView_3c16cb32efcd5523480ae73b739a88b9,
  "/src/admin/views/guide-view#GuideView": GuideView_dc71309acddef539e66f6c66059f7df0,
  "/src/admin/views/queue-view#QueueView": QueueView_3fe7e333ab7e7c186f2d4c0cd129635a,
  "/src/admin/views/takedowns-view#TakedownsView": TakedownsView_58fa6905d9f9a14a59fb3b8039d0e2ee,
  "/src/admin/views/takedown-view#TakedownView": TakedownView_59738da301167642d79f578fbdb0ac28,
  "/src/admin/views/audit-view#AuditScreenView": AuditScreenView_9f76301c96a6caf4c4ccf2b5f2b9cc36,
  "/src/admin/views/health-view#HealthView": HealthView_735118810618a42f9a3c5d1d5c8db6e6,
  "/src/admin/views/notices-view#NoticesPage": NoticesPage_c45589f52ebd6a20a324a3094c0111ba,
  "/src/admin/views/review-view#ReviewView": ReviewView_5e2c2574dcacf3ac70f42d5cffc45e9e,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
