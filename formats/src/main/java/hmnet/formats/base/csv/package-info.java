/// Files of lines and commas in the Windows encoding (レコード形式のファイル): decoding, splitting, limits,
/// writing, and what such files have in common: era dates, names of people in one field.
@NullMarked
package hmnet.formats.base.csv;

import org.jspecify.annotations.NullMarked;
