/// Issuing, exchanging and printing cards (カードの発行・印刷).
@NullMarked
package hmnet.cards;

import org.jspecify.annotations.NullMarked;
