-- The version that came with the centre says what holds in an emergency (救急のときの説明). Only the words that came are changed:
-- a version that somebody proposed never changes.
update consent_notice
   set words = replace(
           replace(words,
                   '職員だけです。',
                   '職員だけです（救急のときは、次の文のとおりです）。
救急のときは、あらかじめ同意した方か、その場で同意を得た方のアレルギー・薬・病名などを、救急隊と救急外来が見ます。命に関わり、だれにも同意を得られないときは、同意がなくても開くことがあり、全件を事務局が調べます。どちらも「だれが見たか」に出ます。同意がなくても開くことを望まない方は、窓口か事務局にお申し出ください。'),
           'やめるとすぐに開けなくなります。', 'やめると、救急のときを除き、すぐに開けなくなります。')
 where version = '2026-04' and proposed_by = '' and agreed_by = '';
