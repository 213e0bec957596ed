/// What a file is and whether it can be taken in (ファイルの判定): every format behind one door, and the report a
/// facility reads before it joins.
@NullMarked
package hmnet.formats.check;

import org.jspecify.annotations.NullMarked;
