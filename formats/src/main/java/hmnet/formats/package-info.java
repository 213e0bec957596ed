/// The languages of Japanese health care (標準規格), read and written.
@NullMarked
package hmnet.formats;

import org.jspecify.annotations.NullMarked;
