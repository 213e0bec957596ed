/// Issuing, exchanging and printing cards (カードの発行・印刷).
@NullMarked
package hmnet.office.issuing;

import org.jspecify.annotations.NullMarked;
