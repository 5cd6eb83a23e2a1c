import { HomeScreen } from '../home/home-screen';

/** `/admin`. Payload checks the user and draws the frame around a dashboard by itself. */
export function HomeView() {
  return <HomeScreen />;
}
