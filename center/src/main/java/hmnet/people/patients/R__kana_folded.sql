-- Readings were folded here as long as they stood readable (読みの畳み込み). `SearchedReading` does it now: the database sees no reading.

drop function if exists kana_folded(text);
