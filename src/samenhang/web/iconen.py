"""Our own small line drawings on a grid of 24, as paths; they decorate, a word always stands beside them."""

from __future__ import annotations

ICONEN = {
    "info": "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 11v5M12 7.5v.5",
    "ok": "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M8 12.5l2.7 2.7L16 9.5",
    "let-op": "M12 4L22 20H2ZM12 10v4.5M12 17.3v.2",
    "fout": "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3ZM9 9l6 6M15 9l-6 6",
    "vink": "M5 12.5l4.5 4.5L19 7",
    "kruis": "M6 6l12 12M18 6L6 18",
    "zoek": "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L20.5 20.5",
    "menu": "M4 6.5h16M4 12h16M4 17.5h16",
    "omlaag": "M6 9.5l6 6l6-6",
    "omhoog": "M6 14.5l6-6l6 6",
    "links": "M14.5 6l-6 6l6 6",
    "rechts": "M9.5 6l6 6l-6 6",
    "persoon": "M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4 20.5c.6-4 3.8-5.5 8-5.5s7.4 1.5 8 5.5",
    "klok": "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5.5l3.5 2",
    "slot": "M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
    "bestand": "M6 3h8l4.5 4.5V21H6ZM14 3v4.5h4.5M9 12.5h6M9 16.5h6",
    "download": "M12 4v11M7.5 10.5L12 15l4.5-4.5M5 20h14",
    "bak": "M3.5 13.5L6.5 5h11l3 8.5V20h-17ZM3.5 13.5H8l1.5 2.5h5l1.5-2.5h4.5",
    "filter": "M4 5h16l-6 7.5V19l-4 1.5v-8Z",
    "uit": "M14 4H5v16h9M10 12h10.5M17 8.5l3.5 3.5l-3.5 3.5",
    "wissel": "M4 8h14M14 4l4 4l-4 4M20 16H6M10 12l-4 4l4 4",
    "sleutel": "M8 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 12h9M17.5 12v3.5M21 12v3",
    "wereld": "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M3 12h18M12 3c5 5 5 13 0 18c-5-5-5-13 0-18",
    "verdwaald": "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M15.5 8.5l-2 5l-5 2l2-5Z",
    "botsing": "M3 12h6M15 12h6M6.5 8.5L10 12l-3.5 3.5M17.5 8.5L14 12l3.5 3.5",
    "stekker": "M9 3v5M15 3v5M6.5 8h11v3a5.5 5.5 0 0 1-11 0ZM12 16.5V21",
}
"""Name to path data; drawn as strokes in the colour of the text."""
