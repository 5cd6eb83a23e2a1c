'use client';
import { WithdrawnNote } from '../actions/withdrawn-note';
import { useT } from '../hooks/use-t';
import { Count } from '../ui/count';
import { TabPanel, Tabs } from '../ui/tabs';
import { ConflictDialog } from './conflict-dialog';
import { DescribeTab } from './describe-tab';
import { FilesTab } from './files-tab';
import { HistoryTab } from './history-tab';
import { KeptOffer } from './kept-offer';
import { HandedInWords } from './handed-in-words';
import { MaterialHead } from './material-head';
import { PublicationTab } from './publication-tab';
import { Rail } from './rail';
import { ReturnNote } from './return-note';
import { RightsTab } from './rights-tab';
import { TAB_OF_CONDITION, type MaterialTab } from './tabs';
import { TakeOver } from './take-over';
import { TalkTab, talkOf } from './talk-tab';
import { useWorkbench } from './workbench';

const BODIES: Record<MaterialTab, () => React.ReactNode> = {
  'mo-ta': DescribeTab,
  tep: FilesTab,
  quyen: () => <RightsTab />,
  'trao-doi': TalkTab,
  'lich-su': HistoryTab,
  'ban-cong-bo': PublicationTab,
};

export function MaterialPage() {
  const t = useT();
  const { view, tab, openTab } = useWorkbench();
  const lacking = (id: MaterialTab) => view.missing.some((one) => TAB_OF_CONDITION[one.tab] === id);
  const dot = (id: MaterialTab) =>
    lacking(id) && (
      <>
        <span aria-hidden="true" className="kho-dot" />
        <span className="kho-sr">{t('material.lacking')}</span>
      </>
    );
  const talk = talkOf(view).length;
  const Body = BODIES[tab as MaterialTab];

  return (
    <>
      <MaterialHead />
      {view.state === 'awaiting_endorsement' && <HandedInWords view={view} />}
      <Tabs
        current={tab as MaterialTab}
        items={[
          { id: 'mo-ta', label: t('tabs.describe'), badge: dot('mo-ta') },
          { id: 'tep', label: t('tabs.files'), badge: dot('tep') },
          { id: 'quyen', label: t('tabs.rights'), badge: dot('quyen') },
          { id: 'trao-doi', label: t('tabs.talk'), badge: talk > 0 && <Count value={talk} /> },
          { id: 'lich-su', label: t('tabs.history') },
          { id: 'ban-cong-bo', label: t('tabs.publication') },
        ]}
        label={t('tabs.label')}
        onOpen={openTab}
      />
      <div className="kho-material__grid">
        <TabPanel id={tab}>
          <KeptOffer />
          <ReturnNote />
          <WithdrawnNote view={view} />
          {!view.writable &&
            !view.withdrawal &&
            view.writableWhy &&
            ['mo-ta', 'tep', 'quyen'].includes(tab) && (
              <p className="kho-callout kho-callout--info kho-material__locked">
                {view.writableWhy}
              </p>
            )}
          {/* Above what changes with the tab: its way back stays while the tabs are looked through. */}
          <TakeOver shown={tab === 'mo-ta' || tab === 'quyen'} />
          <Body />
        </TabPanel>
        <Rail />
      </div>
      <ConflictDialog />
    </>
  );
}
