// A figure as a picture that carries its fonts: a picture is drawn apart from its page, whose fonts it does not see.
// The page's Export menu takes the fonts from here; `dateline export` gives them, as `window.datelineFaces`.
(function () {
  "use strict";
  const SHARED = new Set([0x200c, 0x200d, 0x25cc, 0x20b9]);  // joiners, dotted circle, rupee: no reason to carry a script's font

  // Figures hold what articles say, so nothing but a style is put in, right behind the opening tag.
  const withFaces = (svg, faces) => svg.replace(/<svg[^>]*>/, (tag) => `${tag}<style>${faces}</style>`);

  const unpacked = (image) => (image.startsWith("data:") ? decodeURIComponent(image.slice(image.indexOf(",") + 1)) : image);
  const packed = (svg) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

  async function svgOf(toImage, figure, options, faces) {
    return withFaces(unpacked(await toImage(figure, { ...options, format: "svg", scale: 1, imageDataOnly: true })), faces);
  }

  // A picture counts as loaded before the fonts in it are, and a name in another script would be drawn as empty boxes: the
  // page itself loads the fonts first, from the same data, and the picture then finds them at hand.
  const atHand = (faces) => Promise.all([...faces.matchAll(/url\([^)]+\)/g)].map(([source], at) => new FontFace(`carried ${at}`, source).load()));

  async function drawn(svg, faces, width, height, scale) {
    await atHand(faces);
    const image = new Image();
    image.src = packed(svg);
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = scale * width; canvas.height = scale * height;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  // What Kaleido calls: the same answers as plotly.js gives, with the fonts inside.
  function carryFonts(plotly, faces) {
    const toImage = plotly.toImage;
    plotly.toImage = async (figure, options) => {
      const svg = await svgOf(toImage, figure, options, faces);
      if (options.format === "svg" && options.imageDataOnly) return svg;
      await atHand(faces);
      if (options.format === "svg") return packed(svg);  // which is then printed as PDF
      const data = (await drawn(svg, faces, options.width, options.height, options.scale || 1)).toDataURL(`image/${options.format}`);
      return options.imageDataOnly ? data.slice(data.indexOf(",") + 1) : data;
    };
  }

  // The served style sheet names the fonts and the letters that each is for: those that a text needs, with the fonts inside.
  async function facesFor(text) {
    const letters = new Set([...text].map((one) => one.codePointAt(0)));
    const covers = (range) => {
      const [first, last] = range.trim().slice(2).split("-").map((one) => parseInt(one, 16));
      return [...letters].some((one) => one >= first && one <= (last ?? first) && !SHARED.has(one));
    };
    const rules = [...document.styleSheets].filter((sheet) => sheet.href?.startsWith(location.origin)).flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSFontFaceRule && /Inter|Noto Sans/.test(rule.style.fontFamily))
      .filter((rule) => rule.style.getPropertyValue("unicode-range").split(",").some(covers));
    const faces = await Promise.all(rules.map(async (rule) => {
      const file = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"))[1];
      const bytes = new Uint8Array(await (await fetch(new URL(file, rule.parentStyleSheet.href))).arrayBuffer());
      let letters = "";
      for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return rule.cssText.replace(/url\([^)]*\)/, `url(data:font/woff2;base64,${btoa(letters)})`);
    }));
    return faces.join("");
  }

  window.datelineFigure = { facesFor, svgOf, drawn };
  if (window.datelineFaces !== undefined && window.Plotly) carryFonts(window.Plotly, window.datelineFaces);
})();
