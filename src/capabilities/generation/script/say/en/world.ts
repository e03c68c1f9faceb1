/** English: places, people, bodies, nature, and whatever else there is. */
import type { Sayings } from '../kinds.ts';

export const PLACE: Sayings = {
  hook: [
    'First light|The first light touches the walls, a door opens, voices wake up. Here is {s}.',
    'An invitation|There are places we visit, and places that stay with us. Let yourself be led to {s}.',
  ],
  what: [
    'An atmosphere|A place is made of stones and streets, but also of scents, voices, and a way of saying hello.',
    'Reading the walls|The walls remember those who built, traded, prayed and sang. ~ You only have to look up.',
  ],
  now: [
    'A place on the move|Here the old and the new live side by side. ~ Workshops stand next to screens, and each day finds a balance.',
    'A better journey|People no longer want to tick boxes. They want time, encounters, and another way of travelling.',
  ],
  who: [
    'For the curious|It is for walkers, food lovers, photographers, and all those who like to get a little lost.',
    'Each their own way|You may come with family, with friends or alone. ~ The place changes with the hour, and with whoever looks.',
  ],
  how: [
    'Walk slowly|To get to know a place, nothing beats walking: one street, then another, without looking too often at the map.',
    'From dawn to dusk|Start early, when everything wakes. Rest at noon. Come back in the evening, when the lamps are lit.',
  ],
  example: [
    'On a corner|On the corner of a square, a glass of tea, a child running, a craftsman bent over his work.',
    'The market|At the market, colours overflow. People bargain, taste and laugh, and an hour goes by like a minute.',
  ],
  pitfall: [
    'Beyond the postcard|The risk is to stop at the pictures everybody knows. ~ What moves us is often two streets away.',
    'With respect|A place is first of all a home. Ask before taking a photo, speak softly, leave things as they were.',
  ],
  benefit: [
    'Coming back changed|You leave with little luggage and many pictures, and perhaps a new idea of what a welcome can be.',
    'Lasting ties|Travelling this way supports makers, guides and cooks, and creates ties that last.',
  ],
  next: [
    'Plan the way|Choose a season, ask the people who live there, and keep some time for the unexpected.',
    'Come and see|Pictures make you want to go, but they are not enough. The simplest thing is to come and walk.',
  ],
};

export const PEOPLE: Sayings = {
  hook: [
    'A face, a story|A face, a look, a story. Let us take the time to meet {s}.',
    'Behind the smile|What do we really know about someone before we have listened? Let us come closer to {s}.',
  ],
  what: [
    'More than a job|We often introduce people by what they do. But a life is also made of what we love.',
    'A path|A life is never a straight line. There are departures, detours, and hands held out at the right time.',
  ],
  now: [
    'Taking the time|In a world in a hurry, telling the story of one person already gives that person room and attention.',
    'A voice to hear|Some voices speak softly, and yet they bring light. ~ This is the moment to listen to them.',
  ],
  who: [
    'For those who doubt|This story speaks to those who look for their way, to those who pass things on, and to those who begin again.',
    'Close to us|We see ourselves in it more than we think: the same tiredness some evenings, the same joy some mornings.',
  ],
  how: [
    'Day after day|It is built day after day: a gesture repeated, a word kept, a door opened for somebody else.',
    'In the details|You discover people through details: hands at work, a silence, a way of laughing.',
  ],
  example: [
    'A simple scene|A table, two glasses, a conversation that goes on. That is often where the important things are said.',
    'A memory|Sometimes one object is enough, a photo, a tool, a notebook, and a whole past comes back.',
  ],
  pitfall: [
    'No labels|The trap would be to reduce a person to a single moment, good or bad. ~ Everyone is larger than that.',
    'What we do not see|What we admire nearly always has a price: efforts, things given up, days without light.',
  ],
  benefit: [
    'What we receive|From such a meeting, we keep a sentence, an attitude, and sometimes the courage we were missing.',
    'A light|By looking better at others, we learn to look at ourselves with a little more kindness.',
  ],
  next: [
    'Go and meet|And you, whose story would you tell? Ask a question, listen to the answer, and pass it on.',
    'Keep the thread|Share this story with somebody it might help. ~ That is how it will go on.',
  ],
};

export const HEALTH: Sayings = {
  hook: [
    'Taking care|Our body speaks all day long. Do we really listen? Let us take a moment for {s}.',
    'A balance|Health makes no noise, until the day we miss it. That is why we need to talk about {s}.',
  ],
  what: [
    'A matter of balance|Health is not a performance. It is a balance between the body, the mind, rest and other people.',
    'Understanding better|Understanding what goes on inside us helps us to fear less and to ask better questions.',
  ],
  now: [
    'Busy lives|Our days are full, and our nights are sometimes short. ~ Taking care of ourselves has become a real need.',
    'Speaking at last|Things that people long kept to themselves are easier to share today. ~ Speaking is already a step.',
  ],
  who: [
    'Everyone|It concerns everyone, at every age: those who feel well, those who wonder, and those who care for others.',
    'Families too|We think of the person who suffers, but also of the family, looking for the right words and gestures.',
  ],
  how: [
    'Small gestures|It begins with small gestures, repeated: enough sleep, a little movement, water, and staying close to others.',
    'Listening to signs|You learn to notice signs: a tiredness that lasts, a pain that returns, a wish that fades.',
  ],
  example: [
    'A walk|A walk after dinner, a phone put down, a slower breath. The evening already feels different.',
    'A conversation|A friend truly asks how you are. You truly answer. Sometimes that is where things begin to lighten.',
  ],
  pitfall: [
    'No miracle cure|Beware of miracle cures. What suits one person may not suit another, and nothing replaces a health professional.',
    'Do not wait|We often put things off. Yet a question asked early saves a lot of worry.',
  ],
  benefit: [
    'Back in motion|Little by little, energy returns, sleep grows calmer, and ordinary things bring pleasure again.',
    'Feeling able|Taking care of yourself also means finding confidence again, and room for other people.',
  ],
  next: [
    'A first gesture|Choose one easy gesture and keep it for several days. If in doubt, talk to a health professional.',
    'Talk about it|Write down what you feel, prepare your questions, and make an appointment if something worries you.',
  ],
};

export const NATURE: Sayings = {
  hook: [
    'Listen to the wind|Sometimes you only have to be quiet, and everything begins to speak. Open your eyes: this is {s}.',
    'A living world|Under every leaf, behind every wave, life works without a sound. Let us look together at {s}.',
  ],
  what: [
    'All is linked|In nature, nothing lives alone. The tree, the insect, the rain and the soil depend on one another.',
    'A patient balance|What we admire in an instant, nature has shaped with patience, season after season.',
  ],
  now: [
    'What is changing|Seasons shift and wild places shrink. To know them better is to begin to protect them better.',
    'A need for air|We often live far from trees and animals. ~ We miss that bond more than we say.',
  ],
  who: [
    'Young explorers|It is for children who ask why, for early walkers, and for those who had forgotten to look.',
    'No science needed|You do not have to be a scientist. You need good shoes, a little silence, and a taste for waiting.',
  ],
  how: [
    'Through the seasons|Everything follows a cycle: to be born, to grow, to feed, to fade, and to make room. ~ Nothing is quite lost.',
    'Watching|Choose a corner, sit down, stay still. The sounds come back first, then the colours, then life itself.',
  ],
  example: [
    'Early morning|Early in the morning, the mist lifts, a bird tries a note, and light comes down between the branches.',
    'After the rain|After the rain, the earth smells stronger, leaves shine, and a thousand tiny creatures set off again.',
  ],
  pitfall: [
    'Look, do not take|Loving nature is not enough. One careless step, one thing left behind, and silence takes long to return.',
    'A fragile beauty|What seems eternal is often fragile. Sometimes we only notice once it is gone.',
  ],
  benefit: [
    'To breathe|Close to living things, our breath grows longer, our thoughts slow down, and we feel in our place again.',
    'What nature gives|Water, shade, food, air: nature gives us all of it, every day, without a bill.',
  ],
  next: [
    'Go outside|Choose a tree, a riverbank, a piece of sky. ~ Come back often, and look at what changes.',
    'Protect|Stay on the paths, take your litter home, plant if you can, and tell others what you saw.',
  ],
};

export const GENERIC: Sayings = {
  hook: [],
  what: [
    'Back to the start|To understand, let us go back to the start: what are we really talking about, and why does it touch us?',
    'Many faces|There is more than one way of seeing things. Change the angle, and another face appears.',
    'Simple at first sight|At first sight, everything looks simple. Then you come closer, and the details tell another story.',
  ],
  now: [
    'A good moment|Why talk about it today? Because we so rarely take the time to stop and look.',
    'In the air|Habits are changing all around us. What we took for granted deserves a second look.',
    'A real place|It holds a larger place in our lives than we admit, and that is a good reason to talk about it.',
  ],
  who: [
    'For curious minds|There is no need to be a specialist. A little attention will do, and the wish to learn something.',
    'Each their own view|Some see a memory in it, some a project, and others a question. ~ They are all a little right.',
    'Perhaps you|Perhaps this is about you, without your knowing it. Listen closely: one detail may sound familiar.',
  ],
  how: [
    'Step by step|Let us go step by step. We observe, we compare, we try. The meaning builds up along the way.',
    'Near and far|Look at the whole, then at a single detail, then at the whole again. Something will have changed.',
    'One thing at a time|One thing at a time, without hurry: that is how the clearest ideas fall into place.',
  ],
  example: [
    'An ordinary scene|Take an ordinary scene: a street, a window, somebody passing by. Everything is there for those who look.',
    'A short pause|One morning you stop for one more minute, and you notice what you had never seen before.',
    'Between us|Talk about it with a friend. Their answer will not be yours, and that is the interesting part.',
  ],
  pitfall: [
    'Going too fast|The risk here is to go too fast. ~ A ready-made idea is easy to repeat and seldom checked.',
    'The obvious|Let us be wary of the obvious. What everybody repeats is not always what everybody has lived.',
    'Not all or nothing|Nothing is all black or all white. In between, there is plenty of room to think.',
  ],
  benefit: [
    'Seeing better|In the end, we gain a fairer view, and a few more words to describe it.',
    'A little freer|To understand better is to choose better. And to choose better is to feel a little freer.',
    'An idea to keep|You leave with an idea to keep, and perhaps with a better question than the first.',
  ],
  next: [
    'A first step|The first step is often the smallest: a question, a book, a meeting. ~ Take it today.',
    'Pass it on|Keep one picture, one sentence, one idea, and share it with somebody you care about.',
    'Carry on|Carry on by yourself. Search, ask, try. The finest answers have not all been written.',
  ],
};
