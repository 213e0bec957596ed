/// The chart on screen (統合ビューワ).
@NullMarked
package hmnet.care.viewer;

import org.jspecify.annotations.NullMarked;
