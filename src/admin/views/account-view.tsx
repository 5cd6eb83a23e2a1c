import { AccountScreen } from '../account/account-screen';

/** `/admin/account`, in place of Payload's. Payload checks the user and draws the frame. */
export function AccountView() {
  return <AccountScreen />;
}
