-- Readings as they are searched (読みの畳み込み): one width, katakana, large letters, no voicing pairs that sound alike, no spaces or
-- bars. The index patient_of_facility_by_kana holds its results: whoever changes it rebuilds that in a versioned migration.

create or replace function kana_folded(reading text) returns text
    language sql immutable strict parallel safe
    return translate(normalize(reading, NFKC),
                     'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔァィゥェォッャュョヮヂヅヰヱヲ -・ー＝',
                     'アアイイウウエエオオカガキギクグケゲコゴサザシジスズセゼソゾタダチジツツズテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモヤヤユユヨヨラリルレロワワイエオンヴアイウエオツヤユヨワジズイエオ');
