/// Care plans between care managers and care providers (ケアプランデータ連携標準仕様の CSV): 第1表, 第2表,
/// 第6表, 利用者補足情報.
@NullMarked
package hmnet.formats.careplan;

import org.jspecify.annotations.NullMarked;
