import type { Language } from '@telltale/core';

/** Lists of tags to try. */
export const exampleTags: Record<Language, string> = {
  zh: '天文学\n能源\t核聚变\n通信\t卫星\n体育\n经济\n医学\n极光\t北极光\n',
  en: 'marine biology\ncoral reef\treefs\nclimate\tglobal warming\nfishing\nfootball\neconomics\nalgae\n',
};

/** What the page shows first; written for this page. */
export const examples: Record<Language, string> = {
  zh: `太阳是一颗恒星，也是太阳系的中心天体，占太阳系总体质量的百分之九十九以上。太阳系中的八大行星、小行星、流星、彗星以及星际尘埃，都围绕着太阳公转，而太阳则围绕着银河系的中心公转。

太阳的能量来自核心区域的核聚变：氢原子核在高温高压下聚变成氦原子核，释放出巨大的能量，再经过辐射区和对流层传到表面，以光和热的形式射向太空。地球上的生命所需要的光和热，几乎都来自太阳。

天文学家用望远镜观测太阳的黑子、耀斑和日冕。强烈的耀斑会抛出带电粒子，到达地球时干扰卫星、通信和电网，也会在两极的夜空中形成极光。`,
  en: `Coral reefs are built by colonies of tiny animals called polyps. Each polyp takes calcium carbonate out of sea water and lays it down as a hard skeleton; when it dies, another grows on top, and over thousands of years a reef rises from the sea floor.

Most of these corals live together with algae that grow inside their tissue. The algae turn sunlight into sugar and feed the coral, and the coral gives them shelter. When the water grows too warm, the corals expel their algae and turn white. Bleached corals are not dead, but they starve, and a reef that bleaches year after year does not recover.

Reefs cover less than one percent of the ocean floor, yet a quarter of all marine species spend part of their life there. They break the waves of storms before these reach the coast, and millions of people live from the fish they shelter.`,
};
