/// The chart on screen (統合ビューワ).
@NullMarked
package hmnet.viewer;

import org.jspecify.annotations.NullMarked;
